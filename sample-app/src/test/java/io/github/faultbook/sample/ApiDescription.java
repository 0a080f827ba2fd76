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

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI description, with which responses are compared.
 */
final class ApiDescription {

	private final JsonNode description;

	ApiDescription(String json) {
		this.description = JsonMapper.shared().readTree(json);
	}

	/**
	 * Return what a response has and its operation does not promise.
	 * @param request the request
	 * @param response the response
	 * @param code the code of the error, or {@code null} if it is none
	 * @return sentences; empty if the response is described, or if the request is for no
	 * operation
	 */
	List<String> differences(HttpFile.Request request, HttpResponse<String> response, @Nullable String code) {
		JsonNode operation = operation(request);
		if (operation == null) {
			return List.of();
		}
		JsonNode described = operation.get("responses").path(String.valueOf(response.statusCode()));
		if (described.isMissingNode()) {
			return List.of("There is no response " + response.statusCode());
		}
		String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
		JsonNode content = described.path("content").path(type);
		List<String> differences = new ArrayList<>();
		if (!response.body().isEmpty() && content.isMissingNode()) {
			differences.add("%s is not among %s".formatted(type, described.path("content").propertyNames()));
		}
		if (code != null && !content.path("examples").has(code)) {
			differences.add("%s is not among %s".formatted(code, content.path("examples").propertyNames()));
		}
		if (type.endsWith("json") && content.has("schema")) {
			differences.addAll(validate(response.body(), content.get("schema")));
		}
		return differences;
	}

	private @Nullable JsonNode operation(HttpFile.Request request) {
		for (Map.Entry<String, JsonNode> path : this.description.get("paths").properties()) {
			if (request.path().matches(path.getKey().replaceAll("\\{[^}]+}", "[^/]+"))) {
				return path.getValue().get(request.method().toLowerCase(Locale.ROOT));
			}
		}
		return null;
	}

	private List<String> validate(String body, JsonNode schema) {
		ObjectNode document = JsonMapper.shared().createObjectNode();
		document.putArray("allOf").add(schema);
		document.set("components", this.description.get("components"));
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(document.toString(), InputFormat.JSON)
			.validate(body, InputFormat.JSON)
			.stream()
			.map(Error::toString)
			.toList();
	}

}
