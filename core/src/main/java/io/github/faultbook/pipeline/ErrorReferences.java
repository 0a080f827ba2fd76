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

package io.github.faultbook.pipeline;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Callback to create the reference of a failed request, by which an answer and a log line
 * can be matched. It is called at most once per request, and by many threads at once.
 */
@FunctionalInterface
public interface ErrorReferences {

	/**
	 * Return the reference of the current request.
	 * @return up to 128 letters, digits, dots, hyphens and underscores, such as a trace
	 * identifier; a random reference is used in place of anything else
	 */
	String next();

	/**
	 * Return references that can be sent and logged as they are.
	 * @param references the references of an application, which may fail
	 * @return references that are random if the application's cannot be used
	 */
	static ErrorReferences checked(ErrorReferences references) {
		return new CheckedReferences(references);
	}

	/**
	 * Return a random reference.
	 * @return 16 hexadecimal digits
	 */
	static String random() {
		return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
	}

}
