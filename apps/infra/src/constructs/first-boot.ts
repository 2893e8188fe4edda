/**
 * Runs once, when the machine starts for the first time, and installs the SSM agent, which does the
 * rest. It needs only python3, which cloud-init depends on. It must not change: that would stop and
 * start the machine without running it again.
 */
export const FIRST_BOOT = `#!/bin/bash
set -euo pipefail
for attempt in $(seq 60); do
  python3 - <<'PYTHON' && break
import urllib.request
region = "\${AWS::Region}"
source = f"https://s3.{region}.amazonaws.com/amazon-ssm-{region}/latest/debian_arm64/amazon-ssm-agent.deb"
with urllib.request.urlopen(source, timeout=60) as answer, open("/root/amazon-ssm-agent.deb", "wb") as file:
    file.write(answer.read())
PYTHON
  sleep 10
done
dpkg --install /root/amazon-ssm-agent.deb
systemctl enable --now amazon-ssm-agent
`;
