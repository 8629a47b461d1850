/**
 * Makegood: credits that are never lost, projects that always end, payments that take effect
 * exactly once.
 *
 * <p>Start at {@link dev.makegood.Makegood}: it opens an installation and hands out its desks. The
 * concepts are one package each; {@link dev.makegood.ledger} and {@link dev.makegood.project} are
 * the heart. Adapters, settings and threads are not here: nothing in this module knows SQL, JSON,
 * HTTP or the system clock.
 */
@NullMarked
package dev.makegood;

import org.jspecify.annotations.NullMarked;
