/**
 * The server: everything wired together, the background work, and an orderly end.
 *
 * <p>Start at {@link dev.makegood.server.Server}; {@link dev.makegood.server.Wiring} is the class full of
 * {@code new}, {@code PaymentWiring} that for payments, and {@link dev.makegood.server.settings.Settings} says what an
 * operator can set. No rule of the business is here, and no command line: that is {@code app-cli}'s.
 */
@NullMarked
package dev.makegood.server;

import org.jspecify.annotations.NullMarked;
