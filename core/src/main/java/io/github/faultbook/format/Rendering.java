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

package io.github.faultbook.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * The state of a body that is being written: the error, and the current item of each
 * repetition. Each instance is used by one thread.
 */
final class Rendering {

	final ApiError error;

	final ErrorRequest request;

	final FormatSettings settings;

	private @Nullable Instant timestamp;

	Cursor cursor;

	Rendering(ApiError error, ErrorRequest request, FormatSettings settings) {
		this.error = error;
		this.request = request;
		this.settings = settings;
		this.cursor = Cursor.of(error.violations());
	}

	/**
	 * Return the timestamp of this body, which is the same for each placeholder.
	 * @return the time, truncated to milliseconds
	 */
	Instant timestamp() {
		if (this.timestamp == null) {
			this.timestamp = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		}
		return this.timestamp;
	}

}
