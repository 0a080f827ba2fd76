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

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The description of an API in its documentation, except for the errors of its catalog.
 *
 * @param title the name of the API in one line, or {@code null} to name none
 * @param url the address that the code samples call, without a slash at the end, or
 * {@code null} to use an address that stands for it. It is written into source code
 * without escaping, so it must not contain quotes or characters with a meaning in a shell
 * @param successes the statuses below 400 to list in addition to the errors
 * @param hidden codes that the index leaves out. Their pages exist
 */
public record DocumentedApi(@Nullable String title, @Nullable String url, List<Integer> successes, Set<String> hidden) {

	/**
	 * The address in code samples that stands for the address of the API.
	 */
	public static final String EXAMPLE_URL = "https://api.example.com";

	static final DocumentedApi UNKNOWN = new DocumentedApi(null, null, List.of(), Set.of());

	public DocumentedApi {
		title = (title != null) ? title.strip().replaceAll("\\s+", " ") : null;
		successes = List.copyOf(successes);
		hidden = Set.copyOf(hidden);
	}

}
