package dev.makegood.access;

import dev.makegood.event.EventLog;

/** The part of a unit of work that knows keys and requests. */
public interface AccessUnit {

    Keys keys();

    Requests requests();

    EventLog events();
}
