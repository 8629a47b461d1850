/**
 * What an operator can set: read once, from flags, the environment and a file, into records that never change.
 *
 * <p>Start at {@link dev.makegood.server.settings.Settings}. What is made of them is in {@code Wiring}; the
 * only file opened here is {@code makegood.properties}, and nothing is called.
 */
@NullMarked
package dev.makegood.server.settings;

import org.jspecify.annotations.NullMarked;
