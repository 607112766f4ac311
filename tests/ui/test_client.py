"""Where a request comes from, for the limit on wrong codes: what its sender writes about that does not count."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st

from framework.settings import PROXIES
from framework.ui.components.classroom import live

client = live.client
"""As it is; pages in memory get another one."""


@pytest.mark.parametrize(
    ("direct", "forwarded", "proxies", "expected"),
    [
        ("192.168.1.7", "", "", "192.168.1.7"),
        ("192.168.1.7", "6.6.6.6", "", "192.168.1.7"),
        ("192.168.1.7", "6.6.6.6", "192.168.1.8", "192.168.1.7"),
        ("172.28.5.2", "10.0.0.9", "172.28.5.0/24", "10.0.0.9"),
        ("172.28.5.2", "6.6.6.6, 10.0.0.9", "172.28.5.0/24", "10.0.0.9"),
        ("172.28.5.2", "6.6.6.6, 10.0.0.9, 172.28.5.9", "172.28.5.0/24", "10.0.0.9"),
        ("::ffff:172.28.5.2", "10.0.0.9", "172.28.5.0/24", "10.0.0.9"),
        (None, "10.0.0.9", "", "10.0.0.9"),
        (None, "6.6.6.6, 10.0.0.9", "", "10.0.0.9"),
        ("::1", "10.0.0.9", "", "10.0.0.9"),
        (None, "", "", "127.0.0.1"),
        (None, "nonsense", "", "nonsense"),
    ],
)
def test_only_a_proxy_that_is_believed_can_say_who_asks(direct, forwarded, proxies, expected, monkeypatch):
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    monkeypatch.setattr(st, "context", SimpleNamespace(ip_address=direct, headers=headers))
    monkeypatch.setenv(PROXIES, proxies)
    assert client() == expected
