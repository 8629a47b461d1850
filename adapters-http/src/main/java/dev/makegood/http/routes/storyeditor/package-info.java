/**
 * The story editor: orders of videos, and the reports of who makes them.
 *
 * <p>Start at {@link dev.makegood.http.routes.storyeditor.StoryEditorRoutes}.
 */
@NullMarked
package dev.makegood.http.routes.storyeditor;

import org.jspecify.annotations.NullMarked;
