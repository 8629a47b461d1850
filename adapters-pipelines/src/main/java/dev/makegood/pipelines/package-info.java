/**
 * The pipelines that do the work, each behind core's port {@code Pipeline}.
 *
 * <p>Start at {@code superduperai.SuperDuperAi} or {@code prefect.Prefect}; both speak through
 * {@link dev.makegood.pipelines.Line}, where everything that can go wrong on a network becomes an
 * answer. Not here: when a pipeline is asked, and what a project becomes of its answer; core's
 * project package decides that.
 */
@NullMarked
package dev.makegood.pipelines;

import org.jspecify.annotations.NullMarked;
