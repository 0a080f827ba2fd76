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

import io.github.faultbook.pipeline.ErrorEvent;
import io.github.faultbook.pipeline.ErrorListener;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Records the exception with the observation of its request, whose {@code error} key
 * would be {@code none} otherwise.
 */
final class ObservationErrorListener implements ErrorListener {

	@Override
	public void onError(ErrorEvent event) {
		HttpServletRequest request = event.request().unwrap(HttpServletRequest.class);
		Throwable exception = event.exception();
		if (request != null && exception != null) {
			ServerHttpObservationFilter.findObservationContext(request)
				.ifPresent((context) -> context.setError(exception));
		}
	}

}
