/**
 * The demo in a real browser, and the server with Stripe's own programs.
 *
 * <p>Needs a Chromium and what the profile {@code outside} fetches; left out without it.
 */
@NullMarked
package dev.makegood.cli.outside;

import org.jspecify.annotations.NullMarked;
