/**
 * What happened: the audit trail, the live updates and the log lines all come from it.
 *
 * <p>Start at {@link dev.makegood.event.Event}; each concept seals its own kinds next to itself.
 * Listeners are not here.
 */
@NullMarked
package dev.makegood.event;

import org.jspecify.annotations.NullMarked;
