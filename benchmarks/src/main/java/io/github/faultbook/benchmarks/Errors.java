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

package io.github.faultbook.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;

/**
 * The errors that all benchmarks share, so that their results can be compared.
 */
final class Errors {

	static final ErrorRequest REQUEST = new PlainRequest();

	private Errors() {
	}

	static ApiException notFound() {
		return new ApiException(InvoiceError.INVOICE_NOT_FOUND).with("invoice_id", "inv_0815");
	}

	static ApiException invalid() {
		ApiException exception = new ApiException(CommonError.VALIDATION_ERROR);
		violations(2).forEach(exception::violation);
		return exception;
	}

	static ApiError invalid(int violations) {
		return ApiError.builder(CommonError.VALIDATION_ERROR).violations(violations(violations)).build();
	}

	private static List<Violation> violations(int count) {
		List<Violation> violations = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			violations.add(new Violation(List.of("items", i, "quantity"), Violation.In.BODY, "out_of_range",
					"must be greater than or equal to 1", Map.of("min", 1)));
		}
		return violations;
	}

}
