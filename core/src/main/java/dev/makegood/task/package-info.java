/**
 * What our side still has to do outside: stored before it is done, repeated until it is answered.
 *
 * <p>Start at {@link dev.makegood.task.Task}. What each kind does is with its concept; who runs
 * them is {@code TaskRunner} in the root package.
 */
@NullMarked
package dev.makegood.task;

import org.jspecify.annotations.NullMarked;
