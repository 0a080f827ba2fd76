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

package io.github.faultbook.autoconfigure.container;

import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.faultbook.pipeline.ErrorReferences;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the reference of a failed request as an attribute of the request, so that it is
 * the same for every door and dispatch.
 */
public final class RequestReference {

	private static final String ATTRIBUTE = RequestReference.class.getName();

	private RequestReference() {
	}

	/**
	 * Return the reference of a request.
	 * @param references creates the reference if the request has none yet
	 * @param attributes returns an attribute of the request, or {@code null} if it has
	 * none of that name
	 * @param store sets an attribute of the request
	 * @return the reference
	 */
	public static String of(ErrorReferences references, Function<String, @Nullable Object> attributes,
			BiConsumer<String, Object> store) {
		if (attributes.apply(ATTRIBUTE) instanceof String known) {
			return known;
		}
		String reference = references.next();
		store.accept(ATTRIBUTE, reference);
		return reference;
	}

}
