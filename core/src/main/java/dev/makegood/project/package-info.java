/**
 * The life cycle of a project: ordered, funded, sent to a pipeline, completed or failed.
 *
 * <p>Start at {@link dev.makegood.project.Project} for the states, at {@code RunPolicy} for what a
 * report does to each, and at {@link dev.makegood.project.Projects} for what a user can ask for. A
 * new way of doing the work is a {@link dev.makegood.project.Pipeline}. Payments are not here: a
 * project only knows that one must succeed first.
 */
@NullMarked
package dev.makegood.project;

import org.jspecify.annotations.NullMarked;
