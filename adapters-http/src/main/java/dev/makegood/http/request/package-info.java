/**
 * What a request says: its caller, its parameters and its body, each checked when it is read.
 *
 * <p>Start at {@link dev.makegood.http.request.ServerRequest}.
 */
@NullMarked
package dev.makegood.http.request;

import org.jspecify.annotations.NullMarked;
