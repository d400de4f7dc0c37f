"""The life-cycle of an item that a department has promised to a community."""

from __future__ import annotations

from campaign.model.lifecycle import Labelled, LifeCycle


class ItemEventType(Labelled):
    """What can happen to an item."""

    PROMISED = "promised", "承诺"
    STARTED = "started", "开始办理"
    DELAYED = "delayed", "延期"
    DELIVERED = "delivered", "兑现"
    DROPPED = "dropped", "取消"
    CORRECTED = "corrected", "更正"


class ItemState(Labelled):
    """What an item is at a date."""

    START = "start", "未承诺"
    PROMISED = "promised", "已承诺"
    DOING = "doing", "在办"
    DELIVERED = "delivered", "已兑现"
    DROPPED = "dropped", "已取消"


_DONE_OR_NOT = {
    ItemEventType.DELIVERED: ItemState.DELIVERED,
    ItemEventType.DROPPED: ItemState.DROPPED,
}

CYCLE: LifeCycle[ItemState, ItemEventType] = LifeCycle(
    ItemState.START,
    {
        ItemState.START: {ItemEventType.PROMISED: ItemState.PROMISED},
        ItemState.PROMISED: {
            ItemEventType.STARTED: ItemState.DOING,
            ItemEventType.DELAYED: ItemState.PROMISED,
            **_DONE_OR_NOT,
        },
        ItemState.DOING: {ItemEventType.DELAYED: ItemState.DOING, **_DONE_OR_NOT},
        ItemState.DELIVERED: {},
        ItemState.DROPPED: {ItemEventType.PROMISED: ItemState.PROMISED},
    },
    closed=frozenset({ItemState.DELIVERED, ItemState.DROPPED}),
    fulfilled=frozenset({ItemState.DELIVERED}),
    dating=frozenset({ItemEventType.DELAYED}),
    postponing=frozenset({ItemEventType.DELAYED}),
)
