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

package io.github.faultbook.autoconfigure.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import io.github.faultbook.pipeline.ErrorTrial;
import io.github.faultbook.pipeline.RequiredHeaders;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

/**
 * Describes errors as responses. Errors of the same status share a response, in which
 * each error has the body created by the pipeline as an example.
 */
final class ErrorResponses {

	private static final Map<String, String> HEADER_DESCRIPTIONS = Map.of("Accept", "The media types that are read.",
			"Allow", "The methods that are supported.", "Retry-After",
			"How many seconds to wait before the request is sent again.", "WWW-Authenticate", "How to authenticate.");

	private static final String REFERENCE = ErrorExample.request().reference();

	private final ErrorPipeline pipeline;

	ErrorResponses(ErrorPipeline pipeline) {
		this.pipeline = pipeline;
	}

	/**
	 * Create the responses for the errors of an operation.
	 * @param errors the errors
	 * @param request a request to the operation
	 * @param schemas the schemas of the bodies
	 * @return the responses by status
	 */
	Map<Integer, ApiResponse> create(List<ApiError> errors, ErrorRequest request, ErrorSchemas schemas) {
		Map<Integer, List<ErrorTrial>> byStatus = new TreeMap<>();
		for (ApiError error : errors) {
			ErrorTrial trial = this.pipeline.attempt(error, request);
			byStatus.computeIfAbsent(trial.reply().status(), (status) -> new ArrayList<>()).add(trial);
		}
		Map<Integer, ApiResponse> responses = new TreeMap<>();
		byStatus.forEach((status, trials) -> responses.put(status, response(status, trials, schemas)));
		return responses;
	}

	private static ApiResponse response(int status, List<ErrorTrial> trials, ErrorSchemas schemas) {
		ApiResponse response = new ApiResponse();
		String item = (trials.size() > 1) ? "- " : "";
		response.setDescription(trials.stream()
			.map((trial) -> item + describe(trial.error().errorCode()))
			.collect(Collectors.joining("\n")));
		Map<String, Header> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		String required = RequiredHeaders.of(status);
		if (required != null) {
			// Its value is known when a response is sent
			headers.put(required, header(required, ""));
		}
		trials.forEach((trial) -> trial.specificHeaders()
			.forEach((name, values) -> headers.put(name, header(name, values.get(0)))));
		response.setHeaders(headers);
		Content content = new Content();
		trials.stream()
			.collect(Collectors.groupingBy((trial) -> typeOf(trial.reply()), LinkedHashMap::new, Collectors.toList()))
			.forEach((type, ofType) -> content.put(type, mediaType(ofType, schemas)));
		return response.content(content);
	}

	private static MediaType mediaType(List<ErrorTrial> trials, ErrorSchemas schemas) {
		WireFormat format = trials.get(0).format();
		MediaType type = new MediaType();
		if (format != null) {
			type.setSchema(schemas.of(format, trials.stream().map(ErrorTrial::error).toList()));
		}
		trials.forEach((trial) -> type.addExamples(trial.error().code(), example(trial)));
		return type;
	}

	private static Example example(ErrorTrial trial) {
		ErrorReply reply = trial.reply();
		return new Example().summary(trial.error().title()).value(value(typeOf(reply), reply.body()));
	}

	private static String typeOf(ErrorReply reply) {
		return reply.headers().get("Content-Type").get(0);
	}

	private static Header header(String name, String value) {
		String description = value.equals(REFERENCE) ? "Names the failed request, as the log does."
				: HEADER_DESCRIPTIONS.get(name);
		return new Header().description(description)
			.schema(name.equals("Retry-After") ? new IntegerSchema().minimum(BigDecimal.ZERO) : new StringSchema());
	}

	/**
	 * Describe the meaning and the retry advice of an entry.
	 * @param entry the entry
	 * @return a line of Markdown
	 */
	private static String describe(ErrorCode entry) {
		ErrorDefinition definition = entry.definition();
		String meaning = definition.cause().isEmpty() ? definition.message() : definition.cause();
		StringBuilder text = new StringBuilder(
				"`%s`: %s Retry: %s.".formatted(entry.code(), meaning, retry(definition)));
		ErrorDefinition.Deprecation deprecation = definition.deprecation();
		if (deprecation != null) {
			text.append(" Deprecated since ").append(deprecation.since());
			text.append((deprecation.replacedBy() != null) ? ", replaced by `" + deprecation.replacedBy() + "`." : ".");
		}
		return text.toString();
	}

	private static String retry(ErrorDefinition definition) {
		String when = switch (definition.retry()) {
			case NEVER -> "never";
			case IDEMPOTENT -> "if the method is idempotent";
			case ALWAYS -> "always";
		};
		return (definition.retryDelay() != null) ? when + ", after %d s".formatted(definition.retryDelay().toSeconds())
				: when;
	}

	private static Object value(String type, byte[] body) {
		if (!type.contains("json")) {
			return new String(body, StandardCharsets.UTF_8);
		}
		try {
			return Json.mapper().readTree(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
