"""Decides from files alone whether a published folder makes anybody contact another host."""

from firstparty.audit import check
from firstparty.model import Finding, Location, Report, Severity

__all__ = ["Finding", "Location", "Report", "Severity", "check"]
