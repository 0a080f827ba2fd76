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

package io.github.faultbook.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Finds the errors of each operation in an OpenAPI description. The examples of responses
 * have the codes of their errors as names.
 */
final class DescribedOperations {

	private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch",
			"trace");

	private DescribedOperations() {
	}

	/**
	 * Find the errors.
	 * @param openApi the description, as JSON
	 * @param codes the codes to find; other examples are left out
	 * @return the codes of each operation by its method and path, such as {@code GET
	 * /orders/{id}}
	 * @throws IllegalArgumentException if the text is not an OpenAPI description
	 */
	static Map<String, List<String>> find(String openApi, Set<String> codes) {
		JsonNode description = PrettyJson.parse(openApi);
		if (description == null || !description.has("openapi")) {
			throw new IllegalArgumentException("The OpenAPI description is not JSON with the member 'openapi'.");
		}
		Map<String, List<String>> operations = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
			for (String method : METHODS) {
				JsonNode operation = path.getValue().get(method);
				if (operation != null) {
					operations.put(method.toUpperCase(Locale.ROOT) + " " + path.getKey(),
							errors(operation.path("responses"), codes));
				}
			}
		}
		return operations;
	}

	private static List<String> errors(JsonNode responses, Set<String> codes) {
		Set<String> found = new LinkedHashSet<>();
		for (JsonNode response : responses) {
			for (JsonNode content : response.path("content")) {
				found.addAll(content.path("examples").propertyNames());
			}
		}
		found.retainAll(codes);
		return new ArrayList<>(found);
	}

}
