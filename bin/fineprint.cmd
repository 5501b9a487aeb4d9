@rem SPDX-License-Identifier: Apache-2.0
@rem Starts fineprint.jar with the compiler that is ready at once. FINEPRINT_OPTS: options for the virtual machine.
@java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto %FINEPRINT_OPTS% -jar "%~dp0..\target\fineprint.jar" %*
