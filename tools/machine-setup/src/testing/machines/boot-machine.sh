#!/usr/bin/env bash
# Starts a Debian root as a separate machine: systemd is process 1, loopback is its only interface,
# and nothing of it outlives this process. Runs inside new namespaces; machine.ts makes them.
#
# boot-machine.sh ROOT DEVICE ADDRESS...: DEVICE is the block device of the data volume, ADDRESS
# a further address of loopback in addition to 127.0.0.1.
set -euo pipefail
root=$1 device=$2
shift 2

mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"

mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for node in null:3 zero:5 full:7 random:8 urandom:9; do
  mknod -m 666 "$root/dev/${node%:*}" c 1 "${node#*:}"
done
mknod -m 666 "$root/dev/tty" c 5 0
mkdir -p "$root/dev/pts" "$root/dev/shm" "$root/dev/disk/by-id"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
# As on EC2, where the device name is arbitrary and the link contains the id of the volume.
mknod -m 660 "$root/dev/nvme1n1" b $((0x$(stat --format %t "$device"))) $((0x$(stat --format %T "$device")))
ln -s ../../nvme1n1 "$root/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_vol0123456789abcdef0"

ip link set lo up
for address in "$@"; do ip address add "$address" dev lo; done

cd "$root"
pivot_root . mnt
cd /
umount --lazy /mnt
# In a container, systemd ignores block devices in fstab. On EC2 it mounts this one.
data=$(awk '$2 ~ "^/srv/" { print $2 }' /etc/fstab)
[[ -z $data ]] || mount "$data"
exec env -i container=sbw-host-test PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
  /lib/systemd/systemd --log-target=journal --show-status=no </dev/null
