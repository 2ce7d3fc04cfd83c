//! How an exported page and book look: quiet, in any reader, on paper too.

/// For pages; its hash stands in the page's own policy.
pub(super) const PAGE: &str = "\
:root{color-scheme:light dark}\
body{max-inline-size:40rem;margin:3rem auto;padding:0 1.25rem;font:1.125rem/1.6 'Source Serif 4',Georgia,'Noto Serif',serif;\
color:#1d1b18;background:#fffdf9;overflow-wrap:break-word}\
h1{font-size:2rem;line-height:1.2}\
h2,h3,h4,h5,h6{line-height:1.3}\
img{max-inline-size:100%;block-size:auto}\
figure{margin:1.5rem 0}\
figcaption,.figcaption,.line,.address,.missing{font-family:system-ui,sans-serif;font-size:.875rem;color:#5f5a52}\
.standfirst{font-size:1.25rem}\
.b,.strong{font-weight:bold}.i,.em,.cite,.dfn{font-style:italic}.summary{font-weight:bold}.dd{margin-inline-start:2rem}\
pre{overflow-x:auto;padding:.75rem;background:#f3efe7;font-size:.875rem}\
code,kbd,samp{font-family:ui-monospace,monospace;font-size:.9em}\
table{border-collapse:collapse;font-size:.9375rem}td,th{border:1px solid #cfc8bb;padding:.3rem .6rem;text-align:start;vertical-align:top}\
blockquote{margin-inline:0;padding-inline-start:1.25rem;border-inline-start:3px solid #cfc8bb}\
a{color:#1f4fa3}\
@media (prefers-color-scheme:dark){body{color:#e9e4da;background:#191816}pre{background:#24221f}a{color:#9db8ee}\
figcaption,.figcaption,.line,.address,.missing{color:#a9a297}}\
@media print{body{font-size:11pt;max-inline-size:none;margin:0;color:#000;background:#fff}a{color:#000}\
pre,figure,table{break-inside:avoid}article a[href^='http']::after{content:' (' attr(href) ')';font-size:.8em}\
.address a::after{content:''}}\
";

/// For books, whose readers choose colours, fonts and margins themselves.
pub(super) const BOOK: &str = "\
body{margin:0 2%;line-height:1.5;overflow-wrap:break-word}
h1{line-height:1.2;margin-top:0}
img{max-width:100%;height:auto}
figure{margin:1em 0}
figcaption,.figcaption,.line,.address,.missing{font-size:.85em}
.standfirst{font-size:1.1em}
.b,.strong{font-weight:bold}
.i,.em,.cite,.dfn{font-style:italic}
.summary{font-weight:bold}
.dd{margin-left:2em}
pre{white-space:pre-wrap;font-size:.85em}
table{border-collapse:collapse}
td,th{border:1px solid;padding:.2em .5em;vertical-align:top}
blockquote{margin:1em 1.5em}
";
