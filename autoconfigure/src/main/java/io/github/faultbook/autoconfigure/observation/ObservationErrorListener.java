/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.observation;

import java.util.function.Function;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;

/**
 * {@link ErrorListener} that records an error with the observation of its request. The
 * code is always recorded, the exception only for server errors: following
 * OpenTelemetry's conventions for server spans, the observation of a client error is not
 * an error itself.
 */
final class ObservationErrorListener implements ErrorListener {

	/**
	 * The key of the code, of low cardinality.
	 */
	static final String KEY = "error.code";

	private final ObservationRegistry observations;

	private final Function<ErrorRequest, Observation.@Nullable Context> contexts;

	/**
	 * Create a listener.
	 * @param observations knows the current observation
	 * @param contexts returns the context of the observation of a request, or
	 * {@code null} if it is not observed
	 */
	ObservationErrorListener(ObservationRegistry observations,
			Function<ErrorRequest, Observation.@Nullable Context> contexts) {
		this.observations = observations;
		this.contexts = contexts;
	}

	@Override
	public void onError(ErrorEvent event) {
		Observation.Context context = this.contexts.apply(event.request());
		if (context != null) {
			record(event, context);
		}
	}

	/**
	 * Return a filter that adds the key to the observations of requests that have none.
	 * Meters with the same name must have the same keys.
	 * @param type the class of their contexts
	 * @return the filter
	 */
	static ObservationFilter withCode(Class<? extends Observation.Context> type) {
		return (context) -> {
			if (type.isInstance(context) && context.getLowCardinalityKeyValue(KEY) == null) {
				context.addLowCardinalityKeyValue(KeyValue.of(KEY, KeyValue.NONE_VALUE));
			}
			return context;
		};
	}

	private void record(ErrorEvent event, Observation.Context context) {
		context.addLowCardinalityKeyValue(KeyValue.of(KEY, event.error().code()));
		if (event.error().status() >= 500 && event.exception() != null) {
			context.setError(event.exception());
			// The context alone does not tell tracing that the request has failed
			Observation observation = observationOf(context);
			if (observation != null) {
				observation.error(event.exception());
			}
		}
	}

	/**
	 * Find the observation of the request among the current ones, as filters can have
	 * observations of their own.
	 * @param context the context of the observation
	 * @return the observation, or {@code null} if the error is handled in another thread
	 */
	private @Nullable Observation observationOf(Observation.Context context) {
		ObservationView current = this.observations.getCurrentObservation();
		while (current != null && current.getContextView() != context) {
			current = current.getContextView().getParentObservation();
		}
		return (current instanceof Observation observation) ? observation : null;
	}

}
