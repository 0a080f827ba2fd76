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

import java.util.List;
import java.util.stream.IntStream;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;

/**
 * An entry of a generated catalog of any size.
 *
 * @param code the code
 * @param definition the definition
 */
record BenchmarkError(String code, ErrorDefinition definition) implements ErrorCode {

	static List<ErrorCode> list(int size) {
		return IntStream.range(0, size)
			.<ErrorCode>mapToObj((number) -> new BenchmarkError("entry_" + number,
					ErrorDefinition.of(409, "The entry is in conflict.")
						.cause("Somebody else has changed it.")
						.solution("Read it again.")))
			.toList();
	}

}
