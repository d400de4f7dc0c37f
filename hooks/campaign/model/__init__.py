"""The nouns of the campaign: frozen, typed, without input or output."""

from campaign.model.base import Part, Record, Status, Visibility
from campaign.model.campaign import Profile, Settings, Vocab
from campaign.model.contest import Contest
from campaign.model.entries import Entry, Interpretation, News, PageMatter, Policy, Speech
from campaign.model.experience import Experience
from campaign.model.fields import Level, PartialDate
from campaign.model.gallery import Gallery, Photo
from campaign.model.honour import Event, EventType, Honour, HonourKind, SubjectType
from campaign.model.places import Community, District, Facility, Org, Service
from campaign.model.tasks import Indicator, Task

__all__ = [
    "Community",
    "Contest",
    "District",
    "Entry",
    "Event",
    "EventType",
    "Experience",
    "Facility",
    "Gallery",
    "Honour",
    "HonourKind",
    "Indicator",
    "Interpretation",
    "Level",
    "News",
    "Org",
    "PageMatter",
    "Part",
    "PartialDate",
    "Photo",
    "Policy",
    "Profile",
    "Record",
    "Service",
    "Settings",
    "Speech",
    "Status",
    "SubjectType",
    "Task",
    "Visibility",
    "Vocab",
]
