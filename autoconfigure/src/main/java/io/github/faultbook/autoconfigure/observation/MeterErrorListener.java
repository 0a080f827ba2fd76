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
import io.micrometer.core.instrument.MeterRegistry;

/**
 * {@link ErrorListener} that counts errors by code and status with the counter
 * {@code faultbook.errors}. The number of its series is limited by the number of catalog
 * entries.
 */
final class MeterErrorListener implements ErrorListener {

	private final MeterRegistry meters;

	MeterErrorListener(MeterRegistry meters) {
		this.meters = meters;
	}

	@Override
	public void onError(ErrorEvent event) {
		this.meters
			.counter("faultbook.errors", "code", event.error().code(), "status",
					Integer.toString(event.error().status()))
			.increment();
	}

}
