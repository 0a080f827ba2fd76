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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client in TypeScript that handles every error of every operation.
 *
 * @param codes the codes by operation, as the OpenAPI description has them
 */
record OperationsConsumer(Map<String, List<String>> codes) {

	private static final String IMPORTS = """
			import { decode, type OperationError, type UnknownError } from "./errors.js";

			// @ts-expect-error: an operation that does not exist
			export const none: unknown = decode({} as Response, "GET /no-such-path");
			""";

	private static final String WITHOUT_CODES = """

			export async function %1$s(response: Response): Promise<void> {
			  const error: UnknownError = await decode(response, %2$s);
			  const none: OperationError<%2$s>[] = [];
			  throw none[0] ?? error;
			}
			""";

	private static final String FUNCTION = """

			export async function %1$s(response: Response): Promise<void> {
			  const error: OperationError<%2$s> | UnknownError = await decode(response, %2$s);
			  switch (error.code) {
			    %3$s
			      return;
			    default: {
			      %4$sconst handled: never = error;
			      throw handled;
			    }
			  }
			}
			""";

	static OperationsConsumer of(String description) {
		Map<String, List<String>> codes = new LinkedHashMap<>();
		JsonMapper.shared()
			.readTree(description)
			.get("paths")
			.forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> codes
				.put(method.toUpperCase(Locale.ROOT) + " " + path, new ArrayList<>(new TreeSet<>(codes(operation))))));
		return new OperationsConsumer(codes);
	}

	private static List<String> codes(JsonNode operation) {
		return operation.path("responses")
			.findValues("examples")
			.stream()
			.flatMap((examples) -> examples.propertyNames().stream())
			.toList();
	}

	/**
	 * Write the client.
	 * @param told whether the format tells errors apart
	 * @return the module, which compiles if the union of the codes of each operation has
	 * these codes and no others
	 */
	String write(boolean told) {
		StringBuilder module = new StringBuilder(IMPORTS);
		this.codes.forEach((operation, codes) -> {
			String name = "operation" + module.length();
			if (!told) {
				module.append(WITHOUT_CODES.formatted(name, JsonMapper.shared().writeValueAsString(operation)));
				return;
			}
			List<String> cases = new ArrayList<>(List.of("case null:"));
			codes.forEach((code) -> cases.add("case \"%s\":".formatted(code)));
			module.append(function(name, operation, cases, ""));
			module.append(function("incomplete" + name, operation, cases.subList(1, cases.size()),
					"// @ts-expect-error: an unknown error is not handled\n      "));
			module.append(function("careless" + name, operation, cases.subList(0, cases.size() - 1),
					"// @ts-expect-error: a code is not handled\n      "));
		});
		return module.toString();
	}

	private static String function(String name, String operation, List<String> cases, String expectation) {
		return FUNCTION.formatted(name, JsonMapper.shared().writeValueAsString(operation),
				cases.stream().collect(Collectors.joining("\n    ")), expectation);
	}

}
