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

package io.github.faultbook.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

/**
 * The expected bodies of errors in each preset, implemented independently of the formats.
 */
final class ErrorBodies {

	private static final Set<String> VALIDATION_IS_400 = Set.of("details-map", "nested-code", "problem-details");

	private ErrorBodies() {
	}

	static int status(String format, Answer answer) {
		return (answer.isValidationFailure() && !VALIDATION_IS_400.contains(format)) ? 422 : answer.status();
	}

	static String contentType(String format) {
		return format.equals("problem-details") ? "application/problem+json" : "application/json";
	}

	static String body(String format, Answer answer, String code, String path) {
		int status = status(format, answer);
		// RFC 9110 and Spring use different reason phrases for 505
		String reason = (status != 505) ? HttpStatus.valueOf(status).getReasonPhrase() : "HTTP Version Not Supported";
		String message = answer.message();
		String longMessage = message + answer.violations()
			.stream()
			.map((violation) -> " " + violation.path() + ": " + violation.message())
			.collect(Collectors.joining());
		Map<String, Object> body = switch (format) {
			case "status-message" -> object("status", status, "error", reason, "message", longMessage);
			case "status-message-nested" -> object("error", object("status", status, "message", longMessage));
			case "details-map" ->
				object("error", message, "error_code", code, "details", detailsByName(answer, List::of));
			case "details-array" ->
				object("error", code, "message", message, "details", list(answer, (violation) -> object("field",
						violation.path(), "code", violation.code(), "message", violation.message())));
			case "nested-code" -> object("error", object("code", upperCase(code), "message", message, "details",
					detailsByName(answer, (fact) -> fact)));
			case "nested-type" -> object("error", object("message", longMessage, "type", category(status)));
			case "problem-details" ->
				object("type", "/errors/" + code, "title", title(answer), "status", status, "detail", message,
						"instance", path, "code", code, "errors", list(answer, (violation) -> object("detail",
								violation.message(), "pointer", pointer(violation.path()), "code", violation.code())));
			default -> throw new IllegalArgumentException(format);
		};
		if (format.equals("problem-details")) {
			body.putAll(answer.facts());
		}
		return new JsonMapper().writeValueAsString(body);
	}

	private static Map<String, Object> detailsByName(Answer answer, Function<String, Object> factStyle) {
		Map<String, Object> details = new LinkedHashMap<>();
		answer.violations().forEach((violation) -> details.put(violation.path(), List.of(violation.message())));
		answer.facts().forEach((name, value) -> details.put(name, factStyle.apply(value)));
		return details;
	}

	private static List<Map<String, Object>> list(Answer answer,
			Function<Answer.InvalidInput, Map<String, Object>> violationStyle) {
		return answer.violations().stream().map(violationStyle).toList();
	}

	private static String upperCase(String code) {
		return code.equals("authentication_required") ? "UNAUTHENTICATED" : code.toUpperCase(Locale.ROOT);
	}

	private static String category(int status) {
		return switch (status) {
			case 401 -> "authentication_error";
			case 403 -> "permission_error";
			case 429 -> "rate_limit_error";
			default -> (status < 500) ? "invalid_request_error" : "api_error";
		};
	}

	static String title(Answer answer) {
		return (answer.title() != null) ? answer.title() : title(String.valueOf(answer.code()));
	}

	private static String title(String code) {
		return switch (code) {
			case "validation_error" -> "Validation failed";
			case "http_version_not_supported" -> "HTTP version not supported";
			default -> code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('_', ' ');
		};
	}

	private static String pointer(String path) {
		return path.equals("body") ? "#" : "#/" + path.replace('[', '/').replace("]", "").replace('.', '/');
	}

	/**
	 * Return names and values as an object. Members without a value are left out.
	 */
	private static Map<String, Object> object(Object... namesAndValues) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			Object value = namesAndValues[i + 1];
			if (!value.equals(Map.of()) && !value.equals(List.of())) {
				object.put((String) namesAndValues[i], value);
			}
		}
		return object;
	}

}
