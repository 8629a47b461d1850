/**
 * What an operator can set: read once, from flags, the environment and a file, into records that never change.
 *
 * <p>Start at {@link dev.makegood.server.settings.Settings}. What is made of them is the business of
 * {@code Wiring}; nothing here opens a file but {@code makegood.properties}, and nothing calls anybody.
 */
@NullMarked
package dev.makegood.server.settings;

import org.jspecify.annotations.NullMarked;
