/**
 * What is sent back: JSON bodies, problem documents, pages, cursors.
 *
 * <p>Start at {@link dev.makegood.http.response.ServerResponse}. Nothing here reads a request.
 */
@NullMarked
package dev.makegood.http.response;

import org.jspecify.annotations.NullMarked;
