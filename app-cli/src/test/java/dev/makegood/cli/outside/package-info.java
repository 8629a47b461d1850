/**
 * The demo in a real browser, the server behind a real proxy, and with Stripe's own programs.
 *
 * <p>Needs a Chromium, an HAProxy and what the profile {@code outside} fetches; left out without it.
 */
@NullMarked
package dev.makegood.cli.outside;

import org.jspecify.annotations.NullMarked;
