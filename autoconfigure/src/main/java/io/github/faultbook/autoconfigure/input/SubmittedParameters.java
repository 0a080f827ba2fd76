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

package io.github.faultbook.autoconfigure.input;

import java.util.List;
import java.util.Set;

import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, in its query and in a submitted form. The request of an
 * HTTP stack that provides them can be unwrapped to this type. All values come from
 * clients.
 */
public interface SubmittedParameters {

	/**
	 * Return the query.
	 * @return the query as it was sent, or {@code null} if there is none
	 */
	@Nullable String query();

	/**
	 * Return whether the fields of a submitted form are parameters of handlers, like
	 * those of the query.
	 * @return {@code false} if handlers read them from an object only
	 */
	boolean includesForm();

	/**
	 * Return the names of all parameters, in the order they were sent.
	 * @return the names, empty if the parameters cannot be read
	 */
	Set<String> names();

	/**
	 * Return the values of a parameter.
	 * @param name the name of the parameter
	 * @return the values, in the order they were sent; empty if there is no such
	 * parameter
	 */
	List<String> values(String name);

	/**
	 * Return the names of all parameters of a request.
	 * @param request the request
	 * @return the names, empty if its HTTP stack does not provide the parameters
	 */
	static Set<String> namesIn(ErrorRequest request) {
		SubmittedParameters parameters = request.unwrap(SubmittedParameters.class);
		return (parameters != null) ? parameters.names() : Set.of();
	}

}
