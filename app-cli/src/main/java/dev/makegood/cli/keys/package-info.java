/**
 * {@code makegood keys}: creates, lists and revokes API keys.
 *
 * <p>Start at {@link dev.makegood.cli.keys.KeysCommands}.
 */
@NullMarked
package dev.makegood.cli.keys;

import org.jspecify.annotations.NullMarked;
