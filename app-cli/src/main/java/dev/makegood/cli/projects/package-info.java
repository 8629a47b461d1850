/**
 * {@code makegood projects}: lists, shows, fails and retries projects.
 *
 * <p>Start at {@link dev.makegood.cli.projects.ProjectsCommands}.
 */
@NullMarked
package dev.makegood.cli.projects;

import org.jspecify.annotations.NullMarked;
