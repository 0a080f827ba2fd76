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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;

import static io.github.faultbook.autoconfigure.contract.ContractCase.of;

/**
 * The requests of the contract that an application answers whatever it has on its
 * classpath.
 */
public final class ContractCases {

	private static final ErrorCatalog CATALOG = ErrorCatalog.of(List.of());

	private ContractCases() {
	}

	public static Stream<ContractCase> all() {
		List<ContractCase> cases = new ArrayList<>();
		cases.addAll(thrown());
		cases.addAll(springMvc());
		cases.addAll(input());
		cases.addAll(aroundTheDispatcher());
		cases.addAll(async());
		cases.addAll(HandlerCases.all());
		return cases.stream();
	}

	/**
	 * Return all requests of the contract.
	 * @param container the container that answers them
	 * @return the cases
	 */
	public static Stream<ContractCase> all(Server.Container container) {
		return Stream.of(all(), ValidationCases.all().stream(), SecurityCases.all(), ContainerCases.of(container))
			.flatMap((cases) -> cases);
	}

	/**
	 * Return the requests that are at fault themselves.
	 * @return the cases
	 */
	static Stream<ContractCase> clientErrors() {
		return Stream.of(springMvc(), input(), ValidationCases.all(), aroundTheDispatcher())
			.flatMap(List::stream)
			.filter((contractCase) -> contractCase.error().status() < 500);
	}

	private static ContractCase thrown(String name, String kind, CommonError code) {
		return of(name, "GET /throw/" + kind, code);
	}

	private static ContractCase thrown(String name, String kind, int status) {
		return thrown(name, kind, CommonError.CONFLICT).error(ApiError.of(CATALOG.forStatus(status)));
	}

	static List<ContractCase> thrown() {
		return List.of(
				thrown("`ApiException` with a fact", "api", CommonError.PAYMENT_REQUIRED).fact("required", "100.00"),
				thrown("`ApiException` with a retry delay", "retry-after", CommonError.RATE_LIMIT_EXCEEDED)
					.owes("Retry-After", "2"),
				thrown("`ApiException` with headers", "header", CommonError.CONFLICT).owes("X-Hint", "one", "two"),
				thrown("`ApiException` with a line break in a header", "injected-header", CommonError.CONFLICT)
					.owes("X-Hint", "one  X-Evil: two"),
				thrown("`UnavailableException`", "unavailable", CommonError.SERVICE_UNAVAILABLE).owes("Retry-After",
						"7"),
				thrown("permanent `UnavailableException`", "unavailable-for-good", CommonError.RESOURCE_NOT_FOUND),
				thrown("other exception that implements `ApiFault`", "fault", CommonError.RESOURCE_GONE).fact("since",
						2024),
				thrown("unchecked exception", "runtime", CommonError.INTERNAL_SERVER_ERROR),
				thrown("checked exception", "checked", CommonError.INTERNAL_SERVER_ERROR),
				thrown("`AssertionError`", "error", CommonError.INTERNAL_SERVER_ERROR),
				thrown("`StackOverflowError`", "stack-overflow", CommonError.INTERNAL_SERVER_ERROR),
				thrown("exception whose `getMessage` throws", "throwing-message", CommonError.INTERNAL_SERVER_ERROR),
				thrown("exception with cyclic causes", "ring", CommonError.INTERNAL_SERVER_ERROR),
				thrown("`ApiException` in a `CompletionException`", "completion", CommonError.CONFLICT),
				thrown("`ApiException` in an `ExecutionException`", "execution", CommonError.CONFLICT),
				thrown("`ApiException` in an `UndeclaredThrowableException`", "undeclared", CommonError.CONFLICT),
				thrown("`ApiException` in an `InvocationTargetException`", "invocation", CommonError.CONFLICT),
				thrown("exception with an `ApiException` as its cause", "caused-by-api", CommonError.CONFLICT),
				thrown("`ResponseStatusException`", "response-status", CommonError.CONFLICT)
					.message("The seat is taken."),
				thrown("`ResponseStatusException` without a reason", "response-status-no-reason", CommonError.CONFLICT),
				thrown("`ResponseStatusException` with an unregistered status", "status-499", 499)
					.message("The client left."),
				thrown("`ResponseStatusException` with a status that has no entry", "status-418", 418),
				thrown("exception with `@ResponseStatus`", "annotated", 423).message("The account is locked."),
				thrown("subclass of an exception with `@ResponseStatus`", "annotated-subclass", 423)
					.message("The account is locked."),
				thrown("exception with a cause that has `@ResponseStatus`", "caused-by-annotated", 423)
					.message("The account is locked."),
				thrown("`ErrorResponseException` with a property and a header", "error-response-thrown",
						CommonError.CONFLICT)
					.message("The seat is taken.")
					.fact("seat", "12A")
					.owes("X-Seat", "12A"),
				thrown("`ErrorResponseException` with a title and no detail", "error-response-title",
						CommonError.CONFLICT)
					.error(ApiError.builder(CommonError.CONFLICT).title("Seat taken").message("Seat taken").build()),
				thrown("`ServerWebInputException` with a reason", "server-web-input", CommonError.INVALID_REQUEST)
					.message("The month is closed."),
				thrown("`NotAcceptableStatusException` with a reason", "not-acceptable-status",
						CommonError.NOT_ACCEPTABLE)
					.message("The report exists as a PDF only."),
				thrown("`MethodNotAllowedException`, whose reason has the method", "method-not-allowed-status",
						CommonError.METHOD_NOT_ALLOWED)
					.owes("Allow", "GET,PUT"),
				thrown("`MethodArgumentNotValidException` without a parameter", "no-parameter",
						CommonError.VALIDATION_ERROR)
					.violations(Violation.of(In.QUERY, "seat", "taken", "is taken")),
				thrown("`MethodArgumentNotValidException` with a return type", "return-type",
						CommonError.VALIDATION_ERROR)
					.violations(Violation.of(In.QUERY, "seat", "taken", "is taken")),
				thrown("exception that implements `ErrorResponse`", "error-response", CommonError.CONFLICT)
					.message("The seat is taken."),
				thrown("`EOFException`", "eof", CommonError.INTERNAL_SERVER_ERROR),
				thrown("`IOException` that looks like a broken connection", "broken-pipe",
						CommonError.INTERNAL_SERVER_ERROR),
				thrown("unchecked exception that looks like a broken connection", "connection-reset",
						CommonError.INTERNAL_SERVER_ERROR),
				thrown("`ApiException` with a fact that cannot be serialized", "unserializable-fact",
						CommonError.CONFLICT)
					.fact("good", 7),
				thrown("`ApiException` with a cyclic fact", "cyclic-fact", CommonError.CONFLICT),
				thrown("`IllegalArgumentException`", "anything", CommonError.INTERNAL_SERVER_ERROR),
				of("exception of a functional endpoint", "GET /functional", CommonError.INTERNAL_SERVER_ERROR),
				of("exception after a part of the body was written, but not sent", "GET /half-built",
						CommonError.INTERNAL_SERVER_ERROR)
					.owes("X-Kept", "yes"));
	}

	static List<ContractCase> springMvc() {
		return List.of(of("unknown route", "GET /nope", CommonError.RESOURCE_NOT_FOUND),
				of("unknown route for a browser", "GET /nope", CommonError.RESOURCE_NOT_FOUND)
					.with("Accept: text/html,application/xhtml+xml,*/*;q=0.8"),
				of("unknown route, image accepted", "GET /nope", CommonError.RESOURCE_NOT_FOUND)
					.with("Accept: image/png"),
				of("malformed connection option", "GET /nope", CommonError.RESOURCE_NOT_FOUND)
					.with("Connection: \"close"),
				of("unknown route, nonsense accepted", "GET /nope", CommonError.RESOURCE_NOT_FOUND)
					.with("Accept: bad//"),
				of("method with a PDF", "GET /pdf", CommonError.CONFLICT).with("Accept: application/pdf"),
				of("wrong method", "DELETE /orders", CommonError.METHOD_NOT_ALLOWED).owes("Allow", "PATCH, POST"),
				of("not acceptable", "POST /orders", CommonError.NOT_ACCEPTABLE).with("Accept: application/pdf")
					.json("{\"customer_name\":\"Ada\"}")
					.owes("Accept", "application/json, application/*+json"),
				of("more accepted media types than Spring sorts", "POST /orders", CommonError.NOT_ACCEPTABLE)
					.with("Accept: text/plain" + ", application/json".repeat(60))
					.json("{\"customer_name\":\"Ada\"}"),
				of("wrong media type", "POST /orders", CommonError.UNSUPPORTED_MEDIA_TYPE).body("text/csv", "a,b")
					.owes("Accept", "application/json"),
				of("wrong media type of a patch", "PATCH /orders", CommonError.UNSUPPORTED_MEDIA_TYPE)
					.body("text/csv", "a,b")
					.owes("Accept", "application/json")
					.owes("Accept-Patch", "application/json"),
				of("malformed media type", "POST /orders", CommonError.UNSUPPORTED_MEDIA_TYPE).body("bad//", "{}")
					.owes("Accept", "application/json"),
				of("range that does not exist", "GET /document", CommonError.CONFLICT).with("Range: bytes=900-")
					.error(ApiError.of(CATALOG.forStatus(416)))
					.owes("Content-Range", "bytes */8"),
				of("not multipart", "POST /input/part", CommonError.INVALID_REQUEST).json("{}"),
				of("broken multipart", "POST /input/part", CommonError.INVALID_REQUEST).body("multipart/form-data",
						"nonsense"),
				of("multipart that ends early", "POST /input/part", CommonError.INVALID_REQUEST).body(
						"multipart/form-data; boundary=x",
						"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"));
	}

	private static ContractCase parts(String name, String parts) {
		return of(name, "POST /input/parts", CommonError.UNSUPPORTED_MEDIA_TYPE)
			.body("multipart/form-data; boundary=x", parts + "--x--\r\n")
			.violations(Violation.of(In.PART, "meta", "invalid_format",
					"must be sent as application/json, application/*+json"));
	}

	private static String part(String name, String contentType) {
		return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n%s\r\n{}\r\n".formatted(name,
				contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n");
	}

	private static ContractCase sorted(String query) {
		return of("sorted, " + query, "GET /sorted?" + query, CommonError.INVALID_REQUEST).violations(
				Violation.of(In.QUERY, query.split("=")[0], "invalid_choice", "is not one of the allowed values"));
	}

	private static ContractCase body(String name, String json) {
		return of(name, "POST /orders", CommonError.INVALID_REQUEST).json(json);
	}

	static List<ContractCase> input() {
		return List.of(
				body("syntax error", "{\"email\":")
					.violations(Violation.of("", "malformed", "ends too early at line 1, column 10")),
				body("no body", "").violations(Violation.of("", "required", "is required")),
				body("invalid UTF-8", "\"\u00ff\u00fe\"")
					.violations(Violation.of("", "malformed", "is not valid UTF-8")),
				body("too deep", "[".repeat(2000)).violations(Violation.of("", "invalid_format", "must be an object"),
						Violation.of("", "invalid_length", "is nested more than 500 levels deep")),
				body("wrong type", "{\"items\":[{\"qty\":\"" + Markers.SECRET + "\"}]}")
					.violations(Violation.of("items[0].qty", "invalid_format", "must be an integer")),
				body("unknown enum value", "{\"currency\":\"" + Markers.SECRET + "\"}")
					.violations(Violation.of("currency", "invalid_choice", "must be one of EUR, GBP")),
				body("bad date", "{\"due\":\"" + Markers.SECRET + "\"}")
					.violations(Violation.of("due", "invalid_format", "must be a date")),
				body("object for an array", "{\"items\":{}}")
					.violations(Violation.of("items", "invalid_format", "must be an array")),
				parts("part without a media type", part("meta", "")),
				parts("part of the wrong media type", part("text", "text/csv") + part("meta", "text/csv")),
				parts("part with a malformed media type", part("meta", "bad//")), sorted("sort=unknown"),
				sorted("sort=name,desc&sort=name.unknown,desc"), sorted("sort=length(name)"),
				sorted("people_sort=unknown"),
				of("sorted by a mistake of the server", "GET /sorted?sort=name&fail=Person",
						CommonError.INTERNAL_SERVER_ERROR),
				of("sorted by the server", "GET /sorted/fixed?sort=unknown", CommonError.INTERNAL_SERVER_ERROR),
				of("malformed escape in the query", "GET /input/query?page-size=%zz", CommonError.INVALID_REQUEST),
				of("malformed escape in a form", "POST /input/form", CommonError.INVALID_REQUEST)
					.body("application/x-www-form-urlencoded", "word=%zz"),
				of("missing parameter", "GET /input/query", CommonError.INVALID_REQUEST)
					.violations(Violation.of(In.QUERY, "page-size", "required", "is required")),
				of("mistyped parameter", "GET /input/query?page-size=" + Markers.SECRET, CommonError.INVALID_REQUEST)
					.violations(Violation.of(In.QUERY, "page-size", "invalid_format", "must be an integer")),
				of("mistyped path variable", "GET /input/x", CommonError.INVALID_REQUEST)
					.violations(Violation.of(In.PATH, "id", "invalid_format", "must be an integer")),
				of("path variable for which a converter finds nothing", "GET /input/tickets/none",
						CommonError.RESOURCE_NOT_FOUND),
				of("parameter for which a converter finds nothing", "GET /input/tickets?ticket=" + Markers.SECRET,
						CommonError.INVALID_REQUEST)
					.violations(Violation.of(In.QUERY, "ticket", "required", "is required")),
				of("mistyped field of a query object", "GET /input/form?term=a&page=" + Markers.SECRET,
						CommonError.INVALID_REQUEST)
					.violations(Violation.of(In.QUERY, "page", "invalid_format", "must be an integer")),
				of("missing field of a query object", "GET /input/form?term=a", CommonError.INVALID_REQUEST)
					.violations(Violation.of(In.QUERY, "page", "required", "is required")),
				of("missing header", "GET /input/header", CommonError.INVALID_REQUEST)
					.violations(Violation.of(In.HEADER, "X-Tenant", "required", "is required")),
				of("missing cookie", "GET /input/cookie", CommonError.INVALID_REQUEST)
					.violations(Violation.of(In.COOKIE, "session", "required", "is required")),
				of("missing part", "POST /input/part", CommonError.INVALID_REQUEST)
					.body("multipart/form-data; boundary=x",
							"--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n")
					.violations(Violation.of(In.PART, "file", "required", "is required")));
	}

	static List<ContractCase> aroundTheDispatcher() {
		return List.of(of("API exception of a filter", "GET /filter/api", CommonError.CONFLICT),
				of("exception of a filter with a status", "GET /filter/response-status", CommonError.RESOURCE_GONE)
					.message("It is over."),
				of("exception of a filter", "GET /filter/runtime", CommonError.INTERNAL_SERVER_ERROR),
				of("`UnavailableException` of a filter", "GET /filter/unavailable", CommonError.SERVICE_UNAVAILABLE)
					.owes("Retry-After", "7"),
				of("`UnavailableException` of a filter for an unknown time", "GET /filter/unavailable-unknown",
						CommonError.SERVICE_UNAVAILABLE),
				of("ring of causes in a filter", "GET /filter/ring", CommonError.INTERNAL_SERVER_ERROR),
				of("exception of a filter, wrapped", "GET /filter/wrapped", CommonError.CONFLICT),
				of("exception of a filter, wrapped twice", "GET /filter/wrapped-twice", CommonError.INVALID_REQUEST)
					.violations(Violation.of(In.QUERY, "page", "required", "is required")),
				of("exception of a filter that has a cause", "GET /filter/wrapped-by-subclass",
						CommonError.INVALID_REQUEST),
				of("I/O failure of a filter", "GET /filter/io", CommonError.INTERNAL_SERVER_ERROR),
				of("error of a filter", "GET /filter/error", CommonError.INTERNAL_SERVER_ERROR),
				of("sendError of a filter", "GET /filter/send-error", CommonError.RESOURCE_GONE),
				of("status of a filter", "GET /filter/status-only", CommonError.PERMISSION_DENIED),
				of("sendError of a controller", "GET /send-error", CommonError.RESOURCE_GONE),
				of("status without a body", "GET /not-found-entity", CommonError.RESOURCE_NOT_FOUND),
				of("request for the error page", "GET /error", CommonError.RESOURCE_NOT_FOUND),
				of("CORS rejection", "GET /cors/resource", CommonError.PERMISSION_DENIED)
					.with("Origin: https://evil.example")
					.owes("Vary", "Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"),
				of("CORS rejection of a preflight", "OPTIONS /cors/resource", CommonError.PERMISSION_DENIED)
					.with("Origin: https://evil.example\r\nAccess-Control-Request-Method: GET")
					.owes("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE")
					.owes("Vary", "Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"),
				of("failure with CORS", "GET /cors/resource", CommonError.CONFLICT).with("Origin: https://good.example")
					.owes("Access-Control-Allow-Origin", "https://good.example")
					.owes("Vary", "Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"));
	}

	static List<ContractCase> async() {
		return List.of(of("callable", "GET /async/callable", CommonError.CONFLICT),
				of("future", "GET /async/future", CommonError.CONFLICT),
				of("deferred result", "GET /async/deferred", CommonError.CONFLICT),
				of("timeout", "GET /async/timeout", CommonError.SERVICE_UNAVAILABLE),
				of("callable with an empty entity", "GET /async/empty-callable", CommonError.RESOURCE_NOT_FOUND),
				of("future with an empty entity", "GET /async/empty-future", CommonError.RESOURCE_NOT_FOUND),
				of("deferred result with an empty entity", "GET /async/empty-deferred", CommonError.RESOURCE_NOT_FOUND),
				of("stream that fails at once", "GET /async/stream-before", CommonError.INTERNAL_SERVER_ERROR));
	}

}
