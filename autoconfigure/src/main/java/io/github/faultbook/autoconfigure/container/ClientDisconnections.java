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

import java.util.Set;

/**
 * Recognizes the exceptions with which servers report that a client has disconnected.
 * Only the server can tell, as an exception of the application may have the same text.
 */
public final class ClientDisconnections {

	private static final Set<String> EXCEPTIONS = Set.of("org.apache.catalina.connector.ClientAbortException",
			"org.eclipse.jetty.io.EofException", "reactor.netty.channel.AbortedException",
			"io.netty.channel.StacklessClosedChannelException");

	private ClientDisconnections() {
	}

	/**
	 * Return whether an exception is the report of a server.
	 * @param exception the exception, whose causes are not regarded
	 * @return whether the client has disconnected
	 */
	public static boolean isReportedBy(Throwable exception) {
		return EXCEPTIONS.contains(exception.getClass().getName());
	}

}
