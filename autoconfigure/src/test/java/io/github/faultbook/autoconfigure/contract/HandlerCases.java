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

package io.github.faultbook.autoconfigure.contract;

import java.util.List;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;

import static io.github.faultbook.autoconfigure.contract.ContractCase.of;

/**
 * The requests of the contract for handlers other than plain methods, and for what stands
 * around them.
 */
final class HandlerCases {

	private static final ErrorCatalog CATALOG = ErrorCatalog.of(List.of());

	private HandlerCases() {
	}

	static List<ContractCase> all() {
		return List.of(of("exception of an interceptor", "GET /intercepted/before", CommonError.CONFLICT),
				of("sendError of an interceptor", "GET /intercepted/send-error", CommonError.RESOURCE_GONE),
				of("exception of an `HttpRequestHandler`", "GET /plain", CommonError.INTERNAL_SERVER_ERROR),
				of("view that fails", "GET /view/broken", CommonError.INTERNAL_SERVER_ERROR),
				of("view that does not exist", "GET /view/unknown", CommonError.RESOURCE_NOT_FOUND),
				of("`@ResponseStatus` with a reason on a handler method", "GET /annotated/method", CommonError.CONFLICT)
					.message("It is taken."),
				of("`@ResponseStatus` with a reason on an `@ExceptionHandler` method", "GET /annotated/failure-handler",
						CommonError.RESOURCE_GONE)
					.message("It is over."),
				of("problem detail that a handler returns", "GET /problem-detail", CommonError.CONFLICT)
					.message("The seat is taken."),
				of("exception of an asynchronous task", "GET /async/task", CommonError.CONFLICT),
				of("event stream that fails at once", "GET /async/events", CommonError.CONFLICT),
				of("entity that the client does not accept", "GET /unwritable/entity", CommonError.CONFLICT)
					.with("Accept: image/png"),
				of("body that the client does not accept", "GET /unwritable/body", CommonError.RESOURCE_GONE)
					.with("Accept: image/png"),
				of("body without a status that the client does not accept", "GET /unwritable/status",
						CommonError.INTERNAL_SERVER_ERROR)
					.with("Accept: image/png"),
				of("no upgrade", "GET /socket", CommonError.INVALID_REQUEST),
				of("upload too large", "POST /input/part", CommonError.CONFLICT)
					.body("multipart/form-data; boundary=x",
							"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
									+ "1".repeat(20_000) + "\r\n--x--\r\n")
					.error(ApiError.of(CATALOG.forStatus(413))));
	}

}
