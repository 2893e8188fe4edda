import { agentKindOf } from './user-agent';

describe('agentKindOf', () => {
  it.each([
    [
      'desktop',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    ],
    ['desktop', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0'],
    [
      'mobile',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    ],
    [
      'mobile',
      'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
    ],
    [
      'tablet',
      'Mozilla/5.0 (Linux; Android 15; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    ],
    [
      'tablet',
      'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148',
    ],
    [
      'unknown',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/48.0 Safari/537.36 Edge/20.02',
    ],
    [
      'unknown',
      'Mozilla/5.0 (Linux; Android 11; Quest 3) AppleWebKit/537.36 (KHTML, like Gecko) OculusBrowser/33.0 Chrome/124.0 VR Safari/537.36',
    ],
    [
      'unknown',
      'Mozilla/5.0 (PlayStation; PlayStation 5/9.0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
    ],
    [
      'mobile',
      'Mozilla/5.0 (Linux; Android 14; SM-A546E; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0.0.0 Mobile Safari/537.36 Zalo android/12110556',
    ],
    [
      'mobile',
      'Mozilla/5.0 (Linux; Android 13; X Build/A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.0.0 Mobile Safari/537.36 Instagram 308.0.0.36.109 Android (33/13; 320dpi; 720x1460; Xiaomi; X; y; mt6765; vi_VN; 1)',
    ],
    [
      'mobile',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBDV/iPhone14,5;FBMD/iPhone;FBID/phone]',
    ],
    [
      'mobile',
      'Mozilla/5.0 (Linux; Android 12; RMX3231; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/98.0 Mobile Safari/537.36 trill_2022402040 BytedanceWebview/d8a21c6',
    ],
    [
      'mobile',
      'SAMSUNG-SGH-E250/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1 UP.Browser/6.2.3.3.c.1.101 (GUI) MMP/2.0 UP.Link/6.3',
    ],
    ['mobile', 'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80/191.300; U; vi) Presto/2.5.25 Version/10.54'],
    ['mobile', 'Vodafone/1.0/V904SH/SHJ001 Browser/VF-NetFront/3.3 Profile/MIDP-2.0 Configuration/CLDC-1.1'],
    [
      'mobile',
      'Mozilla/5.0 (Linux; Android 9; SM-J327T1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/88 Mobile Safari/537.36 vodafone.com',
    ],
    [
      'mobile',
      'Mozilla/5.0 (Linux; U; Android 11; vi; RMX2185) AppleWebKit/533.1 (KHTML, like Gecko) Version/4.0 Mobile Safari/533.1 (via proxy)',
    ],
    [
      'mobile',
      'Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36',
    ],
    [
      'mobile',
      'LG-GU285/V1.0 Obigo/Q7.1 Browser/Obigo/Q7.1 Java/ASVM/1.1 Profile/MIDP-2.1 Configuration/CLDC-1.1',
    ],
    [
      'tablet',
      'Mozilla/5.0 (Linux; Android 13; SM-X205; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0 Safari/537.36 [FB_IAB/FB4A;FBAV/464.0.0.0.7;]',
    ],
    [
      'tablet',
      'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBDV/iPad11,3;FBMD/iPad;FBID/tablet]',
    ],
    [
      'tablet',
      'Mozilla/5.0 (Linux; Android 9; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/120.4.1 like Chrome/120.0 Safari/537.36',
    ],
    [
      'desktop',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Touch; Tablet PC 2.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124 Safari/537.36',
    ],
    [
      'desktop',
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',
    ],
    [
      'desktop',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124 Safari/537.36,gzip(gfe) (via translate.google.com)',
    ],
    [
      'unknown',
      'Mozilla/5.0 (Linux; Android 11; BRAVIA 4K UR2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114 Safari/537.36',
    ],
    ['unknown', 'Amazon CloudFront'],
    ['unknown', 'Cloudflare'],
    ['unknown', 'Akamai GHost'],
    ['unknown', 'Fastly/1.0'],
  ])('recognises a %s', (device, userAgent) => {
    expect(agentKindOf(userAgent)).toEqual({ device, isBot: false });
  });

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
    'curl/8.9.1',
    'Mozilla/5.0 (Linux; Android 11; moto g power (2022)) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124 Mobile Safari/537.36 Chrome-Lighthouse',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (compatible; Cloudflare-Healthchecks/1.0; +https://www.cloudflare.com/; healthcheck-id: 1)',
  ])('flags a bot: %s', (userAgent) => {
    expect(agentKindOf(userAgent)).toEqual({ device: 'bot', isBot: true });
  });

  it('does not treat a visitor without a user agent as a bot', () => {
    expect(agentKindOf(null)).toEqual({ device: 'unknown', isBot: false });
  });
});
