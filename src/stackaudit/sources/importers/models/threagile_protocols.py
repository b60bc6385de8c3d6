"""What the protocols of Threagile's communication links tell of the data on its way."""

from __future__ import annotations

_ENCRYPTED = frozenset("https wss ssh ssh-tunnel ftps sftp scp ldaps".split())
_PLAIN = frozenset(
    """
    http ws reverse-proxy-web-protocol mqtt jdbc odbc sql-access-protocol nosql-access-protocol text binary smtp pop3
    imap ftp ldap nfs smb jrmp iiop
    """.split()
)
_METHODS = {
    **dict.fromkeys("ftp ftps sftp scp nfs smb smb-encrypted".split(), "file"),
    **dict.fromkeys("mqtt jms".split(), "stream"),
}


def encrypts(protocol: str) -> bool | None:
    """Whether a protocol encrypts what it carries; None where its name does not tell."""
    if protocol in _ENCRYPTED or protocol.endswith("-encrypted"):
        return True
    return False if protocol in _PLAIN else None


def method_of(protocol: str) -> str:
    """The method that a protocol is bound to; empty for one that carries anything, such as HTTPS."""
    return _METHODS.get(protocol, "")
