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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.util.CollectionUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds the errors of each operation to the description of an API. Responses that the
 * application documents itself are kept.
 */
// Before the application's unordered customizers, so that they have the last word
@Order(Ordered.LOWEST_PRECEDENCE - 10)
final class OpenApiErrorCustomizer implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

	/**
	 * The extension that keeps the methods of an operation until its path is known.
	 */
	private static final String HANDLERS = "x-faultbook-handlers";

	private final OperationErrors errors;

	private final ErrorPipeline pipeline;

	private final ErrorResponses responses;

	private final Function<OpenAPI, ErrorSchemas> schemas;

	private final String root;

	/**
	 * Create a customizer.
	 * @param errors finds the errors of an operation
	 * @param pipeline creates the example responses
	 * @param schemas creates the schemas of a description
	 * @param root the path that the paths of the description are relative to
	 */
	OpenApiErrorCustomizer(OperationErrors errors, ErrorPipeline pipeline, Function<OpenAPI, ErrorSchemas> schemas,
			String root) {
		this.errors = errors;
		this.pipeline = pipeline;
		this.responses = new ErrorResponses(pipeline);
		this.schemas = schemas;
		this.root = root;
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		List<HandlerMethod> handlers = new ArrayList<>(takeHandlers(operation));
		handlers.add(handler);
		operation.addExtension(HANDLERS, handlers);
		return operation;
	}

	@SuppressWarnings("unchecked")
	private static List<HandlerMethod> takeHandlers(Operation operation) {
		Map<String, Object> extensions = operation.getExtensions();
		Object handlers = (extensions != null) ? extensions.remove(HANDLERS) : null;
		if (extensions != null && extensions.isEmpty()) {
			operation.setExtensions(null);
		}
		return (handlers != null) ? (List<HandlerMethod>) handlers : List.of();
	}

	@Override
	public void customise(OpenAPI openApi) {
		if (openApi.getPaths() != null) {
			ErrorSchemas schemas = this.schemas.apply(openApi);
			openApi.getPaths()
				.forEach((path, item) -> item.readOperationsMap()
					.forEach((method, operation) -> describe(method.name(), path, operation, openApi, schemas)));
		}
	}

	private @Nullable WireFormat formatOf(ErrorRequest request) {
		return this.pipeline.attempt(ApiError.of(CommonError.INTERNAL_SERVER_ERROR), request).format();
	}

	private void describe(String method, String path, Operation operation, OpenAPI openApi, ErrorSchemas schemas) {
		List<HandlerMethod> handlers = takeHandlers(operation);
		ExampleValues values = new ExampleValues(operation, openApi);
		ErrorRequest request = ErrorExample.request(method, this.root + values.path(path));
		WireFormat format = formatOf(request);
		if (format == null) {
			return;
		}
		if (operation.getResponses() == null) {
			operation.setResponses(new ApiResponses());
		}
		List<ApiError> examples = this.errors.find(operation, handlers, openApi.getSecurity(), request)
			.stream()
			.map((entry) -> example(entry, format, values, handlers, request))
			.toList();
		this.responses.create(examples, request, schemas)
			.forEach((status, response) -> add(response, String.valueOf(status), operation.getResponses()));
		sort(operation.getResponses());
	}

	private static void sort(ApiResponses responses) {
		Map<String, ApiResponse> sorted = new TreeMap<>(responses);
		responses.clear();
		responses.putAll(sorted);
	}

	private ApiError example(ErrorCode entry, WireFormat format, ExampleValues values, List<HandlerMethod> handlers,
			ErrorRequest request) {
		ApiError.Builder example = ErrorExample.of(entry, format).toBuilder();
		for (ErrorDefinition.Parameter parameter : entry.definition().parameters()) {
			Object value = values.find(parameter.name());
			if (parameter.example() == null && parameter.type() == String.class && value != null) {
				example.fact(parameter.name(), value.toString());
			}
		}
		if (entry.declared() == CommonError.VALIDATION_ERROR) {
			example.violations(this.errors.violations(handlers, request));
		}
		return example.build();
	}

	private static void add(ApiResponse response, String status, ApiResponses responses) {
		ApiResponse documented = responses.putIfAbsent(status, response);
		if (documented != null && status.startsWith("2")) {
			addBeside(documented, response);
			return;
		}
		if (documented == null || documented.get$ref() != null || hasOwnContent(documented, responses)) {
			return;
		}
		documented.setContent(response.getContent());
		if (isReason(documented.getDescription(), status)) {
			documented.setDescription(response.getDescription());
		}
		response.getHeaders().forEach((name, header) -> {
			if (documented.getHeaders() == null || !documented.getHeaders().containsKey(name)) {
				documented.addHeaderObject(name, header);
			}
		});
	}

	/**
	 * Add errors to the response of a success, whose status they have in this format.
	 * @param success the response of a success
	 * @param response the response of the errors
	 */
	private static void addBeside(ApiResponse success, ApiResponse response) {
		Content content = Objects.requireNonNullElseGet(success.getContent(), Content::new);
		response.getContent().forEach((type, errors) -> {
			MediaType documented = content.putIfAbsent(type, errors);
			if (documented != null && documented.getSchema() != null && errors.getSchema() != null) {
				documented.setSchema(new Schema<>().anyOf(List.of(documented.getSchema(), errors.getSchema())));
				errors.getExamples().forEach(documented::addExamples);
			}
		});
		success.setContent(content);
		success.setDescription(
				Objects.requireNonNullElse(success.getDescription(), "OK") + "\n\n" + response.getDescription());
	}

	/**
	 * Return whether the application declared the content of a response. Otherwise,
	 * springdoc declares that it has the content of a successful response.
	 * @param response the response of an error
	 * @param responses all responses of the operation
	 * @return whether the response has content that differs from the content of a
	 * successful response
	 */
	private static boolean hasOwnContent(ApiResponse response, ApiResponses responses) {
		Content content = response.getContent();
		return !CollectionUtils.isEmpty(content) && responses.entrySet()
			.stream()
			.noneMatch((other) -> other.getKey().startsWith("2") && content.equals(other.getValue().getContent()));
	}

	private static boolean isReason(String description, String status) {
		HttpStatus standard = HttpStatus.resolve(Integer.parseInt(status));
		return description == null || (standard != null && Objects.equals(description, standard.getReasonPhrase()));
	}

}
