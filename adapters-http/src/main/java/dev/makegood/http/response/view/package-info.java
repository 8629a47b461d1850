/**
 * The JSON of responses, by concept, one record each.
 *
 * <p>Start at {@link dev.makegood.http.response.view.ProjectViews}.
 */
@NullMarked
package dev.makegood.http.response.view;

import org.jspecify.annotations.NullMarked;
