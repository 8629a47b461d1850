/**
 * The pipelines that do the work, each behind core's port {@code Pipeline}.
 *
 * <p>Start at {@code superduperai.SuperDuperAiPipeline} or {@code prefect.PrefectPipeline}; both
 * speak through {@link dev.makegood.httpclient.JsonClient}, where everything that can go wrong on a
 * network becomes a result. Not here: when a pipeline is polled, and what its answer means for a
 * project; core's project package decides that.
 */
@NullMarked
package dev.makegood.pipelines;

import org.jspecify.annotations.NullMarked;
