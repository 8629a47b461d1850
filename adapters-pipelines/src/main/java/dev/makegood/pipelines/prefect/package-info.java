/**
 * Prefect: any flow that has a deployment.
 *
 * <p>Start at {@link dev.makegood.pipelines.prefect.PrefectPipeline}; which state means what is in
 * {@code PrefectRunState}. Not here: deployments and automations, which belong to the operator of
 * Prefect.
 */
@NullMarked
package dev.makegood.pipelines.prefect;

import org.jspecify.annotations.NullMarked;
