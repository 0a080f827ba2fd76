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

package io.github.faultbook.autoconfigure.attack;

import io.github.faultbook.autoconfigure.contract.Markers;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * An {@link ErrorResponse} that violates its contract.
 */
final class HostileErrorResponse extends RuntimeException implements ErrorResponse {

	private final int trick;

	HostileErrorResponse(int trick) {
		super(Markers.SECRET);
		this.trick = trick;
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return switch (this.trick) {
			case 0 -> throw new IllegalStateException(Markers.SECRET);
			case 1 -> null;
			case 2 -> HttpStatusCode.valueOf(999);
			default -> HttpStatusCode.valueOf(409);
		};
	}

	@Override
	public HttpHeaders getHeaders() {
		return switch (this.trick) {
			case 3 -> throw new IllegalStateException(Markers.SECRET);
			case 4 -> null;
			default -> HttpHeaders.EMPTY;
		};
	}

	@Override
	public ProblemDetail getBody() {
		return switch (this.trick) {
			case 5 -> throw new IllegalStateException(Markers.SECRET);
			case 6 -> null;
			default -> ProblemDetail.forStatus(409);
		};
	}

}
