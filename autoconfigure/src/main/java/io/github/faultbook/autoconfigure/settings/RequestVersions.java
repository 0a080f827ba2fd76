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

package io.github.faultbook.autoconfigure.settings;

import io.github.faultbook.ErrorRequest;

/**
 * Callback that knows for which version of the API a request is.
 */
public interface RequestVersions {

	/**
	 * Return whether a request is for a version of the API.
	 * @param request the request, of which a part may be malformed
	 * @param version the version as the configuration has it
	 * @return whether the request is for this version, also by default
	 */
	boolean isFor(ErrorRequest request, String version);

	/**
	 * Return whether the application can read a version.
	 * @param version the version as the configuration has it
	 * @return whether the version is well-formed; {@code true} if the application has no
	 * versions
	 */
	boolean isWellFormed(String version);

}
